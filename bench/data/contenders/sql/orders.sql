SELECT CAST(MAX(ordered_at) AS DATE) AS last_day, COUNT(*) AS frequency, ROUND(SUM(amount), 6) AS monetary
FROM '{path}'
GROUP BY customer_id
