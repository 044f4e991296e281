SELECT CAST(MAX(InvoiceDate) AS DATE) AS last_day, COUNT(DISTINCT InvoiceNo) AS frequency, ROUND(SUM(Quantity * UnitPrice), 6) AS monetary
FROM '{path}'
WHERE CustomerID IS NOT NULL AND InvoiceNo NOT LIKE 'C%' AND Quantity > 0 AND UnitPrice > 0
GROUP BY CustomerID
