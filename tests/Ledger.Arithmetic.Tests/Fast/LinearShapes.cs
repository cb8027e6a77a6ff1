namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Samples, inputs and outputs off every tile edge.</summary>
internal static class LinearShapes
{
    public static readonly (int Samples, int Inputs, int Outputs)[] All =
    [
        (1, 1, 1), (1, 3, 2), (2, 17, 5), (5, 31, 16), (7, 64, 33), (12, 100, 32), (13, 29, 48), (31, 40, 31), (32, 9, 64),
        (33, 33, 10), (60, 50, 70), (64, 20, 17), (65, 24, 100), (97, 12, 13), (128, 30, 10), (225, 7, 19), (24, 1024, 10), (9, 5, 1024),
    ];
}
