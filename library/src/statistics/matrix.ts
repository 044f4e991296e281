/** Small matrices, from the one library that the project uses for them. This file alone imports it, so that the build can make one file of it. */
export { CholeskyDecomposition, EigenvalueDecomposition, LuDecomposition, Matrix, QrDecomposition, SingularValueDecomposition } from "ml-matrix";
