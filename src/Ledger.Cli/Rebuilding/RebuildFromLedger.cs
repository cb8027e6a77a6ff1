using Ledger.Application.Addresses;
using Ledger.Application.Rebuilds;
using Ledger.Application.Rebuilds.Compact;
using Ledger.Application.Rebuilds.Forms;
using Ledger.Cli.Answers;
using Ledger.Cli.Data;
using Ledger.Cli.Screens;
using Ledger.Store.Contract;
using Ledger.Training.States;

namespace Ledger.Cli.Rebuilding;

/// <summary>Rebuilds what an address names.</summary>
public static class RebuildFromLedger
{
    /// <summary>Plans, or writes the file.</summary>
    public static async Task<int> Run(Session session, string text, RebuildRequest request, CancellationToken cancellation)
    {
        using var ledger = request.IsPlanOnly ? session.Open() : session.OpenToCompute();
        var address = await ledger.Get<AddressResolver>().Resolve(text, cancellation);
        if (address.Address.File is not null)
        {
            throw new UsageException($"{text}: rebuilding may cache states; name that ledger with --store instead");
        }

        var path = request.PathFor($"{address.Id}-r{address.Round.Round}-{Part(address)}");
        var rebuilder = new Rebuilder(session, ledger);
        if (address is { Step: { } step, StateAtStep: null })
        {
            await TellTraining(session.Screen, ledger, address, step, request.IsPlanOnly, cancellation);
            if (request.IsPlanOnly)
            {
                return ExitCodes.Done;
            }

            await rebuilder.EnsureData(address.Specification.Data, cancellation);
        }

        var target = await ledger.Send(new ResolveTarget(address), cancellation);
        await (request switch
        {
            { Form: null } => WriteCompact(session.Screen, ledger, path, text, target, Provenance.Of(target, address), cancellation),
            { IsPlanOnly: true } => Plan(),
            _ => rebuilder.Write(path, request.Form, target, await ledger.Send(new PlanRebuild(target), cancellation), Provenance.Of(target, address), cancellation),
        });
        return ExitCodes.Done;

        async Task Plan() => RebuildPlanScreen.Answer(session.Screen, await ledger.Send(new PlanRebuild(target), cancellation));
    }

    private static async Task WriteCompact(Screen screen, OpenLedger ledger, string path, string text, RebuildTarget target, TicketProvenance about, CancellationToken cancellation)
    {
        if (target.Kind != RebuiltKind.Ticket)
        {
            throw new UsageException($"{text}: only a ticket has a compact form; name a round alone");
        }

        var file = await ledger.Send(new WriteCompact(target, about), cancellation);
        RebuiltFile.Write(path, file);
        var dense = StateFile.WriteTicket(new NetworkState(target.Network, new float[target.Network.ParameterCount]), mask: null).Length;
        screen.Answer(
            new CompactAnswer(path, target.File, file.Length, dense),
            () => screen.Line($"{path}  {Numbers.Bytes(file.Length)}: seed and mask of {target.File.ToShortString()}; the dense file has {Numbers.Bytes(dense)}, {(double)dense / file.Length:F1} times as much"));
    }

    /// <summary>Tells what it takes to come to a step whose state nobody has taken yet.</summary>
    private static async Task TellTraining(Screen screen, OpenLedger ledger, ResolvedAddress address, int step, bool isAnswer, CancellationToken cancellation)
    {
        var from = (await ledger.Store.Nearest(address.Trajectory.Stream, step, cancellation))?.Step ?? 0;
        var text = $"train {Numbers.Count(step - from, "step")}, {from} to {step}: the state at this step was never taken before";
        if (isAnswer)
        {
            screen.Answer(new RebuildPlanAnswer(step - from, [new PlannedStep(Output: null, text, step - from)]), () => screen.Line(text));
        }
        else
        {
            screen.Note(text);
        }
    }

    private static string Part(ResolvedAddress address) =>
        address.Step is { } step ? $"at{step}" : Address.NameOf(address.Address.Part ?? AddressPart.Ticket);
}
