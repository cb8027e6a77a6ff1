using Ledger.Training.Networks;

namespace Ledger.Training.Initialisers;

/// <summary>A scheme that draws a network's first parameters.</summary>
public interface IInitialiser
{
    /// <summary>Versioned name, part of every key that uses it.</summary>
    string Name { get; }

    /// <summary>Parameters in global order.</summary>
    float[] Draw(NetworkDescription network, ulong seed);
}
