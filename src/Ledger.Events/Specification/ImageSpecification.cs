namespace Ledger.Events.Specification;

/// <summary>What a sample is if it is an image: row, column, channel, the last fastest.</summary>
/// <param name="Rows">Its height.</param>
/// <param name="Columns">Its width.</param>
/// <param name="Channels">1 for grey, 3 for red, green, blue.</param>
public sealed record ImageSpecification(int Rows, int Columns, int Channels);
