using System.CommandLine;
using Ledger.Application.Addresses;
using Ledger.Application.Data;
using Ledger.Application.Materials;
using Ledger.Application.Rebuilds;
using Ledger.Cli.Data;
using Ledger.Cli.Screens;
using Ledger.Events.Specification;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;

namespace Ledger.Cli.Verbs;

/// <summary><c>ledger rebuild ADDRESS</c>.</summary>
public sealed class RebuildVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build(Session session)
    {
        var address = AddressArgument.One();
        var output = new Option<string?>("--out", "-o") { Description = "The file to write; default RUN-rROUND-PART.safetensors here", HelpName = "file" };
        var plan = new Option<bool>("--plan") { Description = "Tell what must be computed again, compute nothing" };
        var verb = new Verb(
            "rebuild",
            "Write a ticket (or :mask, :start, :end, @step) as a file whose SHA-256 is the digest in the ledger",
            "ledger rebuild quick/3",
            "ledger rebuild quick/3:mask --out mask.safetensors",
            "ledger rebuild quick/2@50 --plan")
        {
            address, output, plan,
        };
        verb.SetAction((parse, cancellation) => Rebuild(session, parse.GetRequiredValue(address), parse.GetValue(output), parse.GetValue(plan), cancellation));
        return verb;
    }

    private static async Task<int> Rebuild(Session session, string text, string? output, bool planOnly, CancellationToken cancellation)
    {
        using var ledger = planOnly ? session.Open() : session.OpenToCompute();
        var address = await ledger.Get<AddressResolver>().Resolve(text, cancellation);
        if (address.Address.File is not null)
        {
            throw new UsageException($"{text}: rebuilding may cache states; name that ledger with --store instead");
        }

        var path = output ?? $"{address.Id}-r{address.Round.Round}-{Part(address)}.safetensors";
        RebuiltFile.CheckFolder(path);
        if (address is { Step: { } step, StateAtStep: null })
        {
            await TellTraining(session.Screen, ledger, address, step, planOnly, cancellation);
            if (planOnly)
            {
                return ExitCodes.Done;
            }

            await EnsureData(session, address.Specification.Data, cancellation);
        }

        var target = await ledger.Send(new ResolveTarget(address), cancellation);
        var plan = await ledger.Send(new PlanRebuild(target), cancellation);
        Tell(session.Screen, plan, planOnly);
        if (planOnly)
        {
            return ExitCodes.Done;
        }

        if (plan.Any(static planned => planned.Steps > 0))
        {
            await EnsureData(session, target.Data, cancellation);
        }

        var done = 0;
        var file = await ledger.Send(new Rebuild(target, plan, planned => session.Screen.Note($"  {++done}/{plan.Count} {planned.Description}")), cancellation);
        RebuiltFile.Write(path, file, Provenance.Of(target, address));
        session.Screen.Answer(
            new { file = path, digest = target.File, kind = target.Kind, bytes = file.Length, computed = plan.Count, steps = plan.Sum(static planned => planned.Steps) },
            () => session.Screen.Line($"{path}  {target.File}  {Numbers.Bytes(file.Length)}"));
        return ExitCodes.Done;
    }

    private static Task EnsureData(Session session, DataSpecification data, CancellationToken cancellation) =>
        new DataPreparation(session).Ensure(DataShelf.Resolve(data), isAgreed: false, cancellation);

    /// <summary>Tells what it takes to come to a step whose state nobody has taken yet.</summary>
    private static async Task TellTraining(Screen screen, OpenLedger ledger, ResolvedAddress address, int step, bool isAnswer, CancellationToken cancellation)
    {
        var from = (await ledger.Store.Nearest(address.Trajectory.Stream, step, cancellation))?.Step ?? 0;
        var text = $"train {Numbers.Count(step - from, "step")}, {from} to {step}: the state at this step was never taken before";
        if (isAnswer)
        {
            screen.Answer(new { steps = step - from, from }, () => screen.Line(text));
        }
        else
        {
            screen.Note(text);
        }
    }

    private static void Tell(Screen screen, IReadOnlyList<PlannedDerivation> plan, bool isAnswer)
    {
        var steps = plan.Sum(static planned => planned.Steps);
        var summary = plan.Count == 0 ? "everything is stored; nothing to compute" : $"{Numbers.Count(plan.Count, "derivation")} to compute again, {Numbers.Count(steps, "training step")}";
        if (!isAnswer)
        {
            screen.Note(summary);
            return;
        }

        screen.Answer(new { steps, plan = plan.Select(static planned => new { output = planned.Output, what = planned.Description, steps = planned.Steps }) }, () =>
        {
            foreach (var planned in plan)
            {
                screen.Line(planned.Description);
            }

            screen.Line(summary);
        });
    }

    private static string Part(ResolvedAddress address) =>
        address.Step is { } step ? $"at{step}" : Address.NameOf(address.Address.Part ?? AddressPart.Ticket);
}
