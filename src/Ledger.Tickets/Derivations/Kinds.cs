namespace Ledger.Tickets.Derivations;

/// <summary>The versioned kinds of derivations.</summary>
public static class Kinds
{
    /// <summary>Network, scheme, seed → state.</summary>
    public const string Initialize = "initialize/1";

    /// <summary>Start state, mask, data, recipe → trajectory.</summary>
    public const string Train = "train/1";

    /// <summary>Trajectory, step → state.</summary>
    public const string State = "state/1";

    /// <summary>Previous mask, final state, criterion, scope, count → mask.</summary>
    public const string DrawMask = "draw_mask/1";

    /// <summary>Mask, state, treatments → state.</summary>
    public const string Rewind = "rewind/1";

    /// <summary>State, mask, list of samples → counts and loss.</summary>
    public const string Evaluate = "evaluate/1";
}
