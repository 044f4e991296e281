"""lifelines, as its guide writes it."""

import pandas as pd
from lifelines import CoxPHFitter, KaplanMeierFitter
from shared import answer


def kaplan_meier(path):
    frame = pd.read_parquet(path)

    def fit():
        curve = KaplanMeierFitter().fit(frame["duration"], frame["event"])
        return [float(curve.predict(time)) for time in (50, 100, 200, 400)]

    return fit


def cox(path):
    frame = pd.read_parquet(path).astype("float64")

    def fit():
        model = CoxPHFitter().fit(frame, "duration", "event")
        return {"logLikelihood": float(model.log_likelihood_), "strongest": float(model.params_["x0"])}

    return fit


answer({"kaplanMeier": kaplan_meier, "cox": cox})
