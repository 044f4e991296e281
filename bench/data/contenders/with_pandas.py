"""pandas with its fastest readers (pyarrow) and only the columns it needs."""

import numpy as np
import pandas as pd
from answer import answer, cells, compare_arms

SHARES = [0.2, 0.4, 0.6, 0.8]


def read(path, columns, moment):
    if path.endswith(".parquet"):
        return pd.read_parquet(path, columns=columns)
    return pd.read_csv(path, usecols=columns, parse_dates=[moment], engine="pyarrow")


def score(values, edges):
    return np.where(values > values.min(), np.searchsorted(edges, values, side="right"), 0)


def rfm(customers):
    days = customers["moment"].dt.normalize()
    measured = {
        "recency": ((days.max() - days).dt.days + 1).to_numpy(),
        "frequency": customers["frequency"].to_numpy(),
        "monetary": customers["monetary"].round(6).to_numpy(),
    }
    edges = {name: np.quantile(values, SHARES) for name, values in measured.items()}
    scores = {name: score(values, edges[name]) for name, values in measured.items()}
    scored = pd.DataFrame(
        {
            "r": 5 - scores["recency"],
            "f": 1 + scores["frequency"],
            "m": 1 + scores["monetary"],
            "frequency": measured["frequency"],
            "monetary": measured["monetary"],
        }
    )
    grouped = scored.groupby(["r", "f", "m"]).agg(count=("r", "size"), orders=("frequency", "sum"), revenue=("monetary", "sum"))
    return cells(grouped.reset_index().to_numpy(), edges)


def retail(path):
    lines = read(path, ["InvoiceNo", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"], "InvoiceDate")
    is_sale = lines["CustomerID"].notna() & ~lines["InvoiceNo"].astype(str).str.startswith("C") & (lines["Quantity"] > 0) & (lines["UnitPrice"] > 0)
    sales = lines[is_sale].assign(amount=lambda rows: rows["Quantity"] * rows["UnitPrice"])
    return rfm(sales.groupby("CustomerID").agg(moment=("InvoiceDate", "max"), frequency=("InvoiceNo", "nunique"), monetary=("amount", "sum")))


def orders(path):
    rows = read(path, ["customer_id", "ordered_at", "amount"], "ordered_at")
    return rfm(rows.groupby("customer_id").agg(moment=("ordered_at", "max"), frequency=("amount", "size"), monetary=("amount", "sum")))


def load(path):
    frame = pd.read_csv(path, parse_dates=["ordered_at"], engine="pyarrow")
    moments = frame["ordered_at"].astype("datetime64[s]").astype("int64")
    return [len(frame), int(frame["customer_id"].sum()), float(frame["amount"].sum()), int(moments.min()), int(moments.max())]


WEEK = pd.Timedelta(days=7)
STEPS = ["visit", "view", "cart", "pay"]


def step_events(path):
    rows = pd.read_parquet(path, columns=["user_id", "event", "happened_at"])
    return rows[rows["event"].isin(STEPS)]


def funnel(path):
    """The latest entry that led to each step, in seconds, carried forward within the user."""
    rows = step_events(path).sort_values(["user_id", "happened_at"])
    users = rows["user_id"]
    seconds = (rows["happened_at"] - rows["happened_at"].min()).dt.total_seconds()
    reached = seconds.where(rows["event"] == "visit")
    counts = [users[reached.notna()].nunique()]
    for step in STEPS[1:]:
        entry = reached.groupby(users).cummax().groupby(users).ffill()
        reached = entry.where((rows["event"] == step) & (seconds <= entry + WEEK.total_seconds()))
        counts.append(users[reached.notna()].nunique())
    return [int(count) for count in counts]


def funnel_first(path):
    rows = step_events(path)
    reached = rows[rows["event"] == "visit"].groupby("user_id")["happened_at"].min().rename("entry").to_frame()
    reached["last"] = reached["entry"]
    counts = [len(reached)]
    for step in STEPS[1:]:
        later = rows[rows["event"] == step].join(reached, on="user_id", how="inner")
        later = later[(later["happened_at"] > later["last"]) & (later["happened_at"] <= later["entry"] + WEEK)]
        reached = later.groupby("user_id").agg(entry=("entry", "first"), last=("happened_at", "min"))
        counts.append(len(reached))
    return counts


def ab_test(path):
    rows = pd.read_parquet(path)
    seen = rows.assign(variant=rows["variant"].astype("category").cat.codes).groupby("visitor_id").agg(
        variant=("variant", "min"), other=("variant", "max"), converted=("converted", "max"), revenue=("revenue", "sum")
    )
    same = seen["variant"] == seen["other"]
    arms = seen[same].groupby("variant").agg(units=("revenue", "size"), rate=("converted", "mean"), mean=("revenue", "mean"), var=("revenue", "var"))
    crossed = int((~same).sum())
    return compare_arms(*((*(float(value) for value in row), crossed) for row in arms.to_numpy()))


answer({"retail": retail, "orders": orders, "load": load, "funnel": funnel, "funnelFirst": funnel_first, "abTest": ab_test})
