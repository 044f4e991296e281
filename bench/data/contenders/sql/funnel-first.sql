-- From each user's first entry: the first view after it, the first cart after that, the first pay after that, all within seven days of the entry.
WITH events AS (SELECT user_id, event, happened_at FROM '{path}' WHERE event IN ('visit', 'view', 'cart', 'pay')),
visits AS (SELECT user_id, min(happened_at) AS visited FROM events WHERE event = 'visit' GROUP BY user_id),
views AS (
  SELECT user_id, visited, min(happened_at) AS viewed FROM events JOIN visits USING (user_id)
  WHERE event = 'view' AND happened_at > visited AND happened_at <= visited + INTERVAL 7 DAY GROUP BY user_id, visited
), carts AS (
  SELECT user_id, visited, min(happened_at) AS carted FROM events JOIN views USING (user_id)
  WHERE event = 'cart' AND happened_at > viewed AND happened_at <= visited + INTERVAL 7 DAY GROUP BY user_id, visited
), pays AS (
  SELECT user_id FROM events JOIN carts USING (user_id)
  WHERE event = 'pay' AND happened_at > carted AND happened_at <= visited + INTERVAL 7 DAY GROUP BY user_id
)
SELECT (SELECT count(*) FROM visits), (SELECT count(*) FROM views), (SELECT count(*) FROM carts), (SELECT count(*) FROM pays)
