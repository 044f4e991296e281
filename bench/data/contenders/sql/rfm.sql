WITH customers AS ({customers}),
measured AS (
  SELECT date_diff('day', last_day, (SELECT MAX(last_day) FROM customers)) + 1 AS recency, frequency, monetary FROM customers
),
edges AS (
  SELECT MIN(recency) AS r_low, quantile_cont(recency, [0.2, 0.4, 0.6, 0.8]) AS r,
         MIN(frequency) AS f_low, quantile_cont(frequency, [0.2, 0.4, 0.6, 0.8]) AS f,
         MIN(monetary) AS m_low, quantile_cont(monetary, [0.2, 0.4, 0.6, 0.8]) AS m
  FROM measured
),
scored AS (
  SELECT 5 - CASE WHEN recency > r_low
           THEN (recency >= r[1])::INT + (recency >= r[2])::INT + (recency >= r[3])::INT + (recency >= r[4])::INT ELSE 0 END AS recency_score,
         1 + CASE WHEN frequency > f_low
           THEN (frequency >= f[1])::INT + (frequency >= f[2])::INT + (frequency >= f[3])::INT + (frequency >= f[4])::INT ELSE 0 END AS frequency_score,
         1 + CASE WHEN monetary > m_low
           THEN (monetary >= m[1])::INT + (monetary >= m[2])::INT + (monetary >= m[3])::INT + (monetary >= m[4])::INT ELSE 0 END AS monetary_score,
         frequency, monetary
  FROM measured, edges
)
SELECT recency_score, frequency_score, monetary_score,
       COUNT(*)::DOUBLE AS customers, SUM(frequency)::DOUBLE AS orders, SUM(monetary) AS revenue,
       (SELECT r FROM edges)::DOUBLE[] AS recency_edges, (SELECT f FROM edges)::DOUBLE[] AS frequency_edges, (SELECT m FROM edges) AS monetary_edges
FROM scored
GROUP BY ALL
