-- The latest entry that led to each step, carried forward within the user; an entry counts while its seven days last.
WITH visits AS (
  SELECT user_id, event, happened_at, CASE WHEN event = 'visit' THEN happened_at END AS entry
  FROM '{path}' WHERE event IN ('visit', 'view', 'cart', 'pay')
), views AS (
  SELECT *, CASE WHEN event = 'view' AND happened_at <= last_entry + INTERVAL 7 DAY THEN last_entry END AS viewed
  FROM (SELECT *, max(entry) OVER (PARTITION BY user_id ORDER BY happened_at) AS last_entry FROM visits)
), carts AS (
  SELECT *, CASE WHEN event = 'cart' AND happened_at <= last_viewed + INTERVAL 7 DAY THEN last_viewed END AS carted
  FROM (SELECT *, max(viewed) OVER (PARTITION BY user_id ORDER BY happened_at) AS last_viewed FROM views)
), pays AS (
  SELECT *, CASE WHEN event = 'pay' AND happened_at <= last_carted + INTERVAL 7 DAY THEN last_carted END AS paid
  FROM (SELECT *, max(carted) OVER (PARTITION BY user_id ORDER BY happened_at) AS last_carted FROM carts)
)
SELECT count(DISTINCT CASE WHEN entry IS NOT NULL THEN user_id END), count(DISTINCT CASE WHEN viewed IS NOT NULL THEN user_id END),
       count(DISTINCT CASE WHEN carted IS NOT NULL THEN user_id END), count(DISTINCT CASE WHEN paid IS NOT NULL THEN user_id END)
FROM pays
