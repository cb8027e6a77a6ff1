namespace Ledger.Training.Networks;

/// <summary>A fully connected layer: weight [inputs, outputs] and bias [outputs].</summary>
/// <param name="Name">Stable name; its tensors are <c>name.weight</c> and <c>name.bias</c>.</param>
/// <param name="Inputs">Input features.</param>
/// <param name="Outputs">Output features.</param>
public sealed record LinearLayer(string Name, int Inputs, int Outputs);
