namespace Ledger.Training.Recipes;

/// <summary>Adam's coefficients (Kingma and Ba 2015).</summary>
/// <param name="Beta1">β₁.</param>
/// <param name="Beta2">β₂.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="IsDecoupled">True if the weight decay acts on the parameter itself (Loshchilov and Hutter 2019).</param>
public sealed record AdamRecipe(decimal Beta1, decimal Beta2, decimal Epsilon, bool IsDecoupled);
