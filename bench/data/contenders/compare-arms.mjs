/**
 * The two differences with their standard errors, from what SQL gives of each arm: units, rate, mean spend, its variance, units in both arms.
 *
 * @param {number[]} control
 * @param {number[]} treatment
 */
export function compareArms([units, rate, mean, variance, crossed], [unitsT, rateT, meanT, varianceT]) {
  return {
    units: [units, unitsT],
    crossed,
    converted: [rateT - rate, Math.sqrt((rate * (1 - rate)) / units + (rateT * (1 - rateT)) / unitsT)],
    revenue: [meanT - mean, Math.sqrt(variance / units + varianceT / unitsT)],
  };
}
