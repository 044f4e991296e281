"""statsmodels' maximum likelihood, by Newton's method."""

import statsmodels.api as sm
from shared import answer, numbers


def logistic(path):
    features, outcome = numbers(path)
    design = sm.add_constant(features)

    def fit():
        found = sm.Logit(outcome, design).fit(method="newton", disp=0)
        return {"logLikelihood": float(found.llf), "converged": int(found.mle_retvals["converged"])}

    return fit


answer({"logistic": logistic})
