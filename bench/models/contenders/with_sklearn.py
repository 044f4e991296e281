"""scikit-learn without a penalty, by the solver that it advises for many rows."""

import numpy as np
from shared import answer, numbers
from sklearn.linear_model import LogisticRegression


def logistic(path):
    features, outcome = numbers(path)

    def fit():
        model = LogisticRegression(C=np.inf, solver="newton-cholesky", tol=1e-8, max_iter=1000).fit(features, outcome)
        chance = model.predict_proba(features)[:, 1]
        likelihood = np.log(np.where(outcome == 1, chance, 1 - chance)).sum()
        return {"logLikelihood": float(likelihood), "converged": 1}

    return fit


answer({"logistic": logistic})
