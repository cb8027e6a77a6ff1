namespace Ledger.Arithmetic.Tests.Elementary;

/// <summary>exp and ln to about 100 bits in pairs of binary64: slow, and independent of what it checks.</summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    private static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);

    /// <summary>e^x for |x| ≤ 150.</summary>
    public static DoubleDouble Exp(DoubleDouble x)
    {
        var n = Math.Round(x.High / Ln2.High);
        var r = (x - Ln2 * n) * (1.0 / 256);
        var sum = new DoubleDouble(1, 0);
        for (var k = 12; k >= 1; k--)
        {
            sum = r * sum / k + new DoubleDouble(1, 0);
        }

        for (var doubling = 0; doubling < 8; doubling++)
        {
            sum *= sum;
        }

        var scale = Math.ScaleB(1, (int)n);
        return new DoubleDouble(sum.High * scale, sum.Low * scale);
    }

    /// <summary>ln x by two steps of Newton on e^y = x.</summary>
    public static DoubleDouble Log(double x)
    {
        var y = new DoubleDouble(Math.Log(x), 0);
        for (var step = 0; step < 2; step++)
        {
            y += Exp(new DoubleDouble(-y.High, -y.Low)) * x - new DoubleDouble(1, 0);
        }

        return y;
    }

    /// <summary>One rounding to binary32, ties to even: to odd in binary64 first.</summary>
    public float ToSingle()
    {
        var bits = BitConverter.DoubleToInt64Bits(High);
        var odd = Low == 0 || (bits & 1) != 0 ? bits : bits + (Low > 0 == High > 0 ? 1 : -1);
        return (float)BitConverter.Int64BitsToDouble(odd);
    }

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var high = TwoSum(a.High, b.High);
        var low = TwoSum(a.Low, b.Low);
        var sum = TwoSum(high.High, high.Low + low.High);
        return TwoSum(sum.High, sum.Low + low.Low);
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + new DoubleDouble(-b.High, -b.Low);

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var product = a.High * b.High;
        var error = Math.FusedMultiplyAdd(a.High, b.High, -product) + (a.High * b.Low + a.Low * b.High);
        return TwoSum(product, error);
    }

    public static DoubleDouble operator *(DoubleDouble a, double b) => a * new DoubleDouble(b, 0);

    public static DoubleDouble operator /(DoubleDouble a, double b)
    {
        var quotient = a.High / b;
        var rest = a - new DoubleDouble(b, 0) * quotient;
        return TwoSum(quotient, rest.High / b);
    }

    private static DoubleDouble TwoSum(double a, double b)
    {
        var sum = a + b;
        var bInSum = sum - a;
        return new DoubleDouble(sum, a - (sum - bInSum) + (b - bInSum));
    }
}
