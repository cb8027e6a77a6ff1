namespace Ledger.Application.Vectors;

/// <summary>A file of the tensors of some training steps.</summary>
/// <param name="File">Its path.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Tensors">Tensors in it.</param>
/// <param name="Network">The network's name.</param>
/// <param name="Batch">Samples of a step.</param>
/// <param name="Steps">What each step made.</param>
public sealed record VectorsReport(string File, long Bytes, int Tensors, string Network, int Batch, IReadOnlyList<StepVectors> Steps);

/// <summary>One of the steps.</summary>
/// <param name="Step">Its number, from 1.</param>
/// <param name="Operations">Operations that were done.</param>
/// <param name="Loss">Mean loss of its batch; absent if that is infinite or undefined.</param>
/// <param name="Correct">Samples of its batch that were classified as labelled.</param>
/// <param name="Fingerprint">Of all values after it: 32 hexadecimal digits.</param>
public sealed record StepVectors(int Step, int Operations, float? Loss, int Correct, string Fingerprint);
