using Ledger.Events.Hashing;
using Ledger.Training.Networks;

namespace Ledger.Application.Replays.Tasks;

/// <summary>One derivation, or one segment of a training, to be computed again from its recorded inputs.</summary>
internal abstract class ReplayTask
{
    private double? _longestWay;

    /// <summary>The states and masks it begins from.</summary>
    public abstract IReadOnlyList<Digest> Needs { get; }

    /// <summary>The state or mask that others may begin from, or null.</summary>
    public abstract Digest? Makes { get; }

    /// <summary>Whose parameters.</summary>
    public abstract NetworkDescription Network { get; }

    /// <summary>About how many multiply-adds it takes.</summary>
    public abstract double Work { get; }

    /// <summary>Training steps.</summary>
    public virtual int Steps => 0;

    /// <summary>Tasks whose outputs it waits for, because they are not stored.</summary>
    public List<ReplayTask> Before { get; } = [];

    /// <summary>Tasks that wait for it.</summary>
    public List<ReplayTask> After { get; } = [];

    /// <summary>Where it stands in runs: run and place in program order.</summary>
    public List<(int Run, int Index)> Uses { get; } = [];

    /// <summary>The first draw that wants it; 0 where nothing is drawn.</summary>
    public int Turn { get; set; }

    /// <summary>What came of it; null before it is done, and for one that nobody wants any more.</summary>
    public TaskOutcome? Outcome { get; set; }

    /// <summary>Work from here to the end of the longest chain that waits for it.</summary>
    public double LongestWay => _longestWay ??= Work + After.Select(static task => task.LongestWay).DefaultIfEmpty().Max();

    /// <summary>Weights of the network.</summary>
    protected double Weights => Network.Weights().Sum(static weight => (double)weight.Size);

    /// <summary>States and masks that are not stored.</summary>
    public HashSet<Digest> Awaited { get; } = [];

    /// <summary>Makes this task wait for another that makes what it needs.</summary>
    public void WaitFor(ReplayTask maker, Digest need)
    {
        Awaited.Add(need);
        if (!Before.Contains(maker))
        {
            Before.Add(maker);
            maker.After.Add(this);
        }
    }

    /// <summary>Computes it and compares it with the record; null if it was given up.</summary>
    /// <param name="bench">What it works with.</param>
    /// <param name="isWanted">False as soon as an earlier difference makes it superfluous.</param>
    /// <param name="cancellation">Stops.</param>
    public abstract Task<TaskOutcome?> Run(ReplayBench bench, Func<bool> isWanted, CancellationToken cancellation);
}
