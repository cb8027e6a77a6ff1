using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Tests.Elementary;
using Ledger.Exhaustive;

var exp = Sweep.Run(
    CorrectlyRounded.Exp,
    x => x is > -110f and < 90f ? Binary64.Exp(x) : CorrectlyRounded.Exp(x),
    x => DoubleDouble.Exp(new DoubleDouble(x, 0)).ToSingle());
Console.WriteLine($"exp: {exp.Disagreements} disagreements, {exp.Close} close to a middle, digest {exp.Digest:x16}");
var log = Sweep.Run(
    CorrectlyRounded.Log,
    x => x is > 0f and < float.PositiveInfinity ? Binary64.Log(x) : CorrectlyRounded.Log(x),
    x => DoubleDouble.Log(x).ToSingle());
Console.WriteLine($"log: {log.Disagreements} disagreements, {log.Close} close to a middle, digest {log.Digest:x16}");
return exp.Disagreements + log.Disagreements == 0 ? 0 : 1;
