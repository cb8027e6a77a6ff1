using Ledger.Training.Networks;

namespace Ledger.Training.Initialisers;

/// <summary>A scheme that draws a network's first parameters.</summary>
public interface IInitialiser
{
    /// <summary>Versioned name, part of every key that uses it.</summary>
    string Name { get; }

    /// <summary>Parameters in global order, then the statistics: weights drawn, γ and running variances 1, all else +0.</summary>
    float[] Draw(NetworkDescription network, ulong seed);
}
