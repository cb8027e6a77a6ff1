namespace Ledger.Application.Failures;

/// <summary>This machine's fast kernels contradict the reference: a bug or broken hardware, exit code 70.</summary>
public sealed class KernelFaultException(string message) : Exception(message);
