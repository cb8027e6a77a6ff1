using Ledger.Application.Addresses;
using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;

namespace Ledger.Application.Claims.Subjects;

/// <summary>Finds the experiment that a claim over replicates names: by its name, or by its id shortened.</summary>
internal static class ExperimentLookup
{
    /// <summary>The experiment's digest.</summary>
    /// <exception cref="NotFoundException">None.</exception>
    /// <exception cref="AmbiguousAddressException">Several.</exception>
    public static async Task<Digest> Find(AuditedLedger ledger, string word, CancellationToken cancellation)
    {
        var found = new HashSet<Digest>();
        foreach (var run in ledger.Directory.Runs.Where(run => run.Name == word))
        {
            if (await ledger.Events.First<RunStarted>(StreamNames.Run(run.Run), cancellation) is { } started)
            {
                found.Add(started.Experiment);
            }
        }

        if (found.Count == 0 && word.Length >= ShortId.Fewest)
        {
            await foreach (var stream in ledger.Events.StreamsStartingWith($"experiment-{word}", cancellation))
            {
                if (await ledger.Events.First<ExperimentDeclared>(stream, cancellation) is { } declared)
                {
                    found.Add(RunIdentity.Experiment(declared.Specification));
                }
            }
        }

        return found.Count switch
        {
            1 => found.First(),
            0 => throw new NotFoundException($"{ledger.Events.Store.Location} has no experiment '{word}': `ledger ls --experiments` lists those that it has"),
            _ => throw new AmbiguousAddressException($"'{word}' names {found.Count} experiments of {ledger.Events.Store.Location}: {string.Join(", ", found.Select(ShortId.Of))}; name one by its id"),
        };
    }
}
