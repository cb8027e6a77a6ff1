namespace Ledger.Training.Data;

/// <summary>A list of samples: consecutive indices of the training or the test samples.</summary>
/// <param name="Of"><c>train</c> or <c>test</c>.</param>
/// <param name="First">First index.</param>
/// <param name="Count">Number of samples.</param>
public sealed record SampleRange(string Of, int First, int Count);
