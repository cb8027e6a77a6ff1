using Ledger.Application.Addresses;
using Ledger.Application.Failures;
using Ledger.Application.Networks;
using Ledger.Application.Projections;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Training.Networks;
using MediatR;

namespace Ledger.Application.Queries;

/// <summary>What an address names, in full: a run, a round, or an object of a round.</summary>
/// <param name="Address">The address as written.</param>
public sealed record ShowAddress(string Address) : IRequest<Shown>;

/// <summary>Handles <see cref="ShowAddress"/>.</summary>
public sealed class ShowAddressHandler(AddressResolver resolver) : IRequestHandler<ShowAddress, Shown>
{
    /// <inheritdoc/>
    public async Task<Shown> Handle(ShowAddress request, CancellationToken cancellationToken)
    {
        var found = await resolver.Resolve(request.Address, cancellationToken);
        return found.Address switch
        {
            { Step: { } step } => await State(found, step, found.StateAtStep, $"state after step {step} of round {found.Round.Round}", cancellationToken),
            { Part: AddressPart.End } => await State(found, found.Trajectory.Steps, found.DigestOf(AddressPart.End), $"end state of round {found.Round.Round}", cancellationToken),
            { Part: { } part } => await Object(found, part, cancellationToken),
            { Round: not null } => new Shown.OfRound(found.Id, found.Name, found.Run.Replicate, found.Run.RewindPoint, found.Round, RoundAccount.Of(SpecifiedNetwork.Find(found.Specification), found.Round)),
            _ => await Run(found, cancellationToken),
        };
    }

    private static async Task<Shown> Run(ResolvedAddress found, CancellationToken cancellation)
    {
        var board = await RunBoard.Read(found.Store, cancellation);
        var run = board.Of(found.Run.Run) ?? throw new NotFoundException($"run {found.Id} is not in {found.Store.Location}");
        return new Shown.OfRun(
            run,
            SeedRule.StreamSeed(found.Run.Seed, SeedRule.InitStream),
            SeedRule.StreamSeed(found.Run.Seed, SeedRule.OrderStream),
            found.Specification,
            found.Run,
            Accounts(found));
    }

    private static List<NetworkAccount>? Accounts(ResolvedAddress found)
    {
        var network = SpecifiedNetwork.Find(found.Specification);
        var accounts = found.Run.Rounds.Select(round => RoundAccount.Of(network, round)).OfType<NetworkAccount>().ToList();
        return accounts.Count == found.Run.Rounds.Count ? accounts : null;
    }

    private static async Task<Shown> State(ResolvedAddress found, int step, Digest? digest, string what, CancellationToken cancellation)
    {
        if (step == 0)
        {
            return await Stored(found, what, digest!.Value, layers: null, cancellation);
        }

        var trajectory = found.Trajectory;
        var recorded = await found.Store.ReadEvent(trajectory.Stream, step + 1, cancellation);
        var cached = await found.Store.Nearest(trajectory.Stream, step, cancellation);
        return new Shown.OfObject(
            found.Address.ToString(),
            what,
            digest,
            digest is { } known ? await Bytes(found, known, cancellation) : null,
            trajectory,
            step,
            recorded is null ? null : EventCatalogue.Read(recorded) as StepTrained,
            cached?.Step,
            Layers: null,
            digest is { } made ? Maker(found, made) : null);
    }

    private static Task<Shown> Object(ResolvedAddress found, AddressPart part, CancellationToken cancellation)
    {
        var layers = part == AddressPart.Start ? null : found.Round.Layers;
        var what = part == AddressPart.Start ? $"start state of round {found.Round.Round}" : $"{Address.NameOf(part)} of round {found.Round.Round}";
        return Stored(found, what, found.DigestOf(part), layers, cancellation);
    }

    private static async Task<Shown> Stored(ResolvedAddress found, string what, Digest digest, IReadOnlyList<LayerDensity>? layers, CancellationToken cancellation) =>
        new Shown.OfObject(found.Address.ToString(), what, digest, await Bytes(found, digest, cancellation), null, null, null, null, layers, Maker(found, digest));

    private static async Task<long?> Bytes(ResolvedAddress found, Digest digest, CancellationToken cancellation) =>
        (await found.Store.GetUnchecked(digest, cancellation))?.Length;

    private static LinkedDerivation? Maker(ResolvedAddress found, Digest output) =>
        found.Run.Rounds.SelectMany(static round => round.Derivations).FirstOrDefault(link => link.Output == output);
}
