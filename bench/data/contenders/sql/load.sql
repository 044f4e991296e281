SELECT COUNT(*)::DOUBLE AS rows, SUM(customer_id)::DOUBLE AS customers, SUM(amount) AS revenue,
       epoch(MIN(ordered_at)) AS first_second, epoch(MAX(ordered_at)) AS last_second
FROM orders
