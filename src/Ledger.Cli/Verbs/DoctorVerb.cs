using System.CommandLine;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ledger.Application.Addresses;
using Ledger.Application.Diagnostics;
using Ledger.Application.History;
using Ledger.Cli.Answers;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger doctor</c>: whether this machine and this ledger are well.</summary>
public sealed class DoctorVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var affected = new Option<string?>("--affected") { Description = "List the derivations that this version of ledger computed", HelpName = "version" };
        var verb = new Verb("doctor", "Check this machine's arithmetic and look for trouble in the ledger", "ledger doctor", "ledger doctor --affected 0.1.0") { affected };
        verb.SetAction((parse, cancellation) => parse.GetValue(affected) is { } version ? Affected(session, version, cancellation) : Examine(session, cancellation));
        return verb.Answering(typeof(DoctorAnswer), typeof(AffectedAnswer));
    }

    private static async Task<int> Examine(Session session, CancellationToken cancellation)
    {
        var machine = Machine(session);
        var ledger = session.HasStore ? await Ledger(session, cancellation) : null;
        session.Screen.Answer(new DoctorAnswer(machine, ledger, session.Store.ToString()), () => Write(session.Screen, machine, ledger, session.Store.ToString()));
        return machine.IsExact && (ledger is null || ledger.Trouble.Count == 0) ? ExitCodes.Done : ExitCodes.Differs;
    }

    private static MachineHealth Machine(Session session)
    {
        using var fast = session.Devices().CreateFast();
        using var reference = session.Devices().CreateReference();
        return new MachineHealth(
            ProductVersion.Current,
            RuntimeInformation.FrameworkDescription,
            RuntimeInformation.OSDescription,
            RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
            session.Surroundings.Cores,
            fast.Name,
            [.. Flags()],
            KernelCheck.Holds(fast),
            KernelCheck.Holds(reference));
    }

    private static IEnumerable<string> Flags()
    {
        (string Name, bool IsThere)[] flags =
        [
            ("avx512f", System.Runtime.Intrinsics.X86.Avx512F.IsSupported),
            ("avx2", System.Runtime.Intrinsics.X86.Avx2.IsSupported),
            ("fma", System.Runtime.Intrinsics.X86.Fma.IsSupported),
            ("neon", System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported),
            ("vector512", Vector512.IsHardwareAccelerated),
            ("vector256", Vector256.IsHardwareAccelerated),
            ("vector128", Vector128.IsHardwareAccelerated),
        ];
        return flags.Where(static flag => flag.IsThere).Select(static flag => flag.Name);
    }

    private static async Task<LedgerHealth> Ledger(Session session, CancellationToken cancellation)
    {
        using var ledger = session.Open();
        var disputes = await ledger.Send(new ListDisputes(), cancellation);
        return new LedgerHealth(
            ledger.Store.Location,
            (await ledger.Store.Measure(cancellation)).TotalBytes,
            await ledger.Store.LastPosition(cancellation),
            disputes.Disputed.Count,
            disputes.Refuted.Count,
            [.. disputes.Disputed.Select(static d => $"{StreamNames.Of(d.Kind, d.Key, d.Attempt)}{Step(d.Step)} is disputed"), .. disputes.Refuted.Select(static r => $"{StreamNames.Of(r.Kind, r.Key, r.Attempt)}{Step(r.Step)} is refuted")]);
    }

    private static string Step(int? step) => step is null ? "" : $" from step {step}";

    private static void Write(Screen screen, MachineHealth machine, LedgerHealth? ledger, string path)
    {
        screen.Line($"version    {machine.Version}");
        screen.Line($"runtime    {machine.Runtime}, {machine.System}");
        screen.Line($"processor  {machine.Processor}, {Numbers.Count(machine.Cores, "core")}: {string.Join(' ', machine.Flags)}");
        screen.Line($"device     {machine.Device}");
        screen.Line($"kernels    {(machine.IsExact ? "fast and reference kernels give the published bits" : $"WRONG BITS from the {(machine.IsReferenceExact ? "fast" : "reference")} kernels: record nothing on this machine")}", machine.IsExact ? Tone.Good : Tone.Bad);
        if (ledger is null)
        {
            screen.Line($"ledger     none at {path}");
            return;
        }

        screen.Line($"ledger     {ledger.Location}: {Numbers.Bytes(ledger.Bytes)}, {Numbers.Count(ledger.Events, "event")}");
        screen.Line($"disputes   {(ledger.Trouble.Count == 0 ? "none" : "")}".TrimEnd());
        foreach (var trouble in ledger.Trouble)
        {
            screen.Line($"  {trouble}", Tone.Warning);
        }
    }

    private static async Task<int> Affected(Session session, string version, CancellationToken cancellation)
    {
        using var ledger = session.Open();
        var affected = await ledger.Send(new FindAffected(version), cancellation);
        session.Screen.Answer(
            new AffectedAnswer(version, [.. affected.Select(static a => new AffectedResult(a.Run, a.Version, a.Device, Stream(a), a.Computed.FromStep, a.Computed.ToStep))]),
            () =>
            {
                foreach (var derivation in affected)
                {
                    session.Screen.Line($"{Stream(derivation)}{(derivation.Computed.ToStep is { } to ? $"  steps {derivation.Computed.FromStep}–{to}" : "")}  run {ShortId.Of(derivation.Run)}  {derivation.Device}");
                }
            });
        session.Screen.Note($"{Numbers.Count(affected.Count, "derivation")} computed by ledger {version}");
        return ExitCodes.Done;
    }

    private static string Stream(AffectedDerivation affected) => StreamNames.Of(affected.Computed.Kind, affected.Computed.Key, affected.Computed.Attempt).Value;
}
