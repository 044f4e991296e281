"""polars, lazily, as its guide advises."""

import polars as pl
from answer import answer, cells, compare_arms

SHARES = [0.2, 0.4, 0.6, 0.8]


def scan(path, **options):
    return pl.scan_parquet(path) if path.endswith(".parquet") else pl.scan_csv(path, try_parse_dates=True, **options)


def score(name, edges):
    above = pl.sum_horizontal((pl.col(name) >= edge).cast(pl.Int32) for edge in edges)
    return pl.when(pl.col(name) > pl.col(name).min()).then(above).otherwise(0)


def rfm(customers):
    today = customers["last_day"].max()
    measured = customers.with_columns(recency=(pl.lit(today) - pl.col("last_day")).dt.total_days() + 1)
    names = ["recency", "frequency", "monetary"]
    edges = {name: [measured[name].quantile(share, "linear") for share in SHARES] for name in names}
    scored = measured.select(
        (5 - score("recency", edges["recency"])).alias("r"),
        (1 + score("frequency", edges["frequency"])).alias("f"),
        (1 + score("monetary", edges["monetary"])).alias("m"),
        "frequency",
        "monetary",
    )
    grouped = scored.group_by("r", "f", "m").agg(pl.len(), pl.col("frequency").sum(), pl.col("monetary").sum())
    return cells(grouped.rows(), edges)


def retail(path):
    # Its inference, from the first rows, takes the invoice numbers for integers and stops at the first "C536379".
    sales = scan(path, schema_overrides={"InvoiceNo": pl.String}).filter(
        pl.col("CustomerID").is_not_null() & ~pl.col("InvoiceNo").str.starts_with("C") & (pl.col("Quantity") > 0) & (pl.col("UnitPrice") > 0)
    )
    return rfm(
        sales.group_by("CustomerID")
        .agg(
            last_day=pl.col("InvoiceDate").max().dt.date(),
            frequency=pl.col("InvoiceNo").n_unique(),
            monetary=(pl.col("Quantity") * pl.col("UnitPrice")).sum().round(6),
        )
        .collect()
    )


def orders(path):
    return rfm(
        scan(path)
        .group_by("customer_id")
        .agg(last_day=pl.col("ordered_at").max().dt.date(), frequency=pl.len(), monetary=pl.col("amount").sum().round(6))
        .collect()
    )


def load(path):
    frame = pl.read_csv(path, try_parse_dates=True)
    moments = frame["ordered_at"].dt.epoch("s")
    return [frame.height, frame["customer_id"].sum(), frame["amount"].sum(), moments.min(), moments.max()]


WEEK = pl.duration(days=7)
STEPS = ["visit", "view", "cart", "pay"]


def funnel(path):
    """The latest entry that led to each step, carried forward within the user."""
    frame = scan(path).filter(pl.col("event").is_in(STEPS)).sort("user_id", "happened_at")
    frame = frame.with_columns(pl.when(pl.col("event") == "visit").then("happened_at").alias("visit"))
    for before, step in zip(STEPS, STEPS[1:]):
        frame = frame.with_columns(pl.col(before).cum_max().forward_fill().over("user_id").alias("entry")).with_columns(
            pl.when((pl.col("event") == step) & (pl.col("happened_at") <= pl.col("entry") + WEEK)).then("entry").alias(step)
        )
    reached = frame.group_by("user_id").agg(pl.col(step).is_not_null().any() for step in STEPS).select(pl.col(step).sum() for step in STEPS)
    return list(reached.collect().row(0))


def funnel_first(path):
    events = scan(path).filter(pl.col("event").is_in(STEPS))
    reached = events.filter(pl.col("event") == "visit").group_by("user_id").agg(entry=pl.col("happened_at").min())
    reached = reached.with_columns(last=pl.col("entry"))
    counts = [reached.select(pl.len())]
    for step in STEPS[1:]:
        reached = (
            events.filter(pl.col("event") == step)
            .join(reached, on="user_id")
            .filter((pl.col("happened_at") > pl.col("last")) & (pl.col("happened_at") <= pl.col("entry") + WEEK))
            .group_by("user_id", "entry")
            .agg(last=pl.col("happened_at").min())
        )
        counts.append(reached.select(pl.len()))
    return [frame.item() for frame in pl.collect_all(counts)]


def ab_test(path):
    seen = scan(path).group_by("visitor_id").agg(
        pl.col("variant").min(), other=pl.col("variant").max(), converted=pl.col("converted").max(), revenue=pl.col("revenue").sum()
    )
    same = pl.col("variant") == pl.col("other")
    units = seen.collect()
    crossed = units.filter(~same).height
    arms = units.filter(same).group_by("variant").agg(pl.len(), pl.col("converted").mean(), pl.col("revenue").mean(), var=pl.col("revenue").var())
    return compare_arms(*((*row[1:], crossed) for row in arms.sort("variant").rows()))


answer({"retail": retail, "orders": orders, "load": load, "funnel": funnel, "funnelFirst": funnel_first, "abTest": ab_test})
