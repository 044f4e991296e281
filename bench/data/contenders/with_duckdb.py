"""Plain DuckDB SQL from Python: the same texts as from Node."""

from pathlib import Path

import duckdb
from answer import answer, cells, compare_arms


def text(name):
    return (Path(__file__).parent / "sql" / f"{name}.sql").read_text()


def quoted(path):
    return path.replace("'", "''")


def rfm(customers):
    def run(path):
        query = text("rfm").replace("{customers}", text(customers).replace("{path}", quoted(path)))
        rows = duckdb.connect().execute(query).fetchall()
        recency, frequency, monetary = rows[0][6:]
        return cells([row[:6] for row in rows], {"recency": recency, "frequency": frequency, "monetary": monetary})

    return run


def load(path):
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE orders AS FROM '{quoted(path)}'")
    return connection.execute(text("load")).fetchone()


def rows_of(name, path):
    return duckdb.connect().execute(text(name).replace("{path}", quoted(path))).fetchall()


def funnel(name):
    return lambda path: list(rows_of(name, path)[0])


def ab_test(path):
    return compare_arms(*(row[1:] for row in rows_of("ab-test", path)))


answer({"retail": rfm("retail"), "orders": rfm("orders"), "load": load, "funnel": funnel("funnel"), "funnelFirst": funnel("funnel-first"), "abTest": ab_test})
