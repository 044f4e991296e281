-- Units in one arm only; per arm how many, and mean and variance of both metrics.
WITH seen AS (
  SELECT visitor_id, min(variant) AS variant, max(variant) AS other, max(converted) AS converted, sum(revenue) AS revenue
  FROM '{path}' GROUP BY visitor_id
)
SELECT variant, count(*) AS units, avg(converted), avg(revenue), var_samp(revenue), (SELECT count(*) FROM seen WHERE variant <> other)
FROM seen WHERE variant = other GROUP BY variant ORDER BY variant
