namespace Ledger.Training.Recipes;

/// <summary>How images become inputs, where they are not taken byte by byte: see <see cref="Arithmetic.Operations.ImagePreparation"/>.</summary>
/// <param name="Rows">Rows of the data's images.</param>
/// <param name="Columns">Columns of the data's images.</param>
/// <param name="Channels">Channels.</param>
/// <param name="Pad">Pixels of byte 0 added on every side.</param>
/// <param name="Means">Subtracted from each channel, or null.</param>
/// <param name="Deviations">Each channel is divided by, or null.</param>
public sealed record ImageRecipe(int Rows, int Columns, int Channels, int Pad, IReadOnlyList<decimal>? Means = null, IReadOnlyList<decimal>? Deviations = null);
