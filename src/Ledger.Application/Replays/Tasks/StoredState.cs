using Ledger.Application.Replays.Bisection;
using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using Ledger.Training.States;

namespace Ledger.Application.Replays.Tasks;

/// <summary>Finds where a computed state differs from the recorded one, if that one is stored.</summary>
internal static class StoredState
{
    /// <summary>The first element that differs, or null.</summary>
    public static async Task<ElementDifference?> Compare(this IBlobStore blobs, NetworkState computed, Digest recorded, CancellationToken cancellation) =>
        await blobs.GetUnchecked(recorded, cancellation) is { } bytes && Digest.Of(bytes) == recorded && Read(computed, bytes) is { } stored
            ? StateComparison.First(computed, stored)
            : null;

    private static NetworkState? Read(NetworkState computed, byte[] bytes)
    {
        try
        {
            return StateFile.ReadState(computed.Network, bytes);
        }
        catch (InvalidDataException)
        {
            // A state of another network: no element answers another.
            return null;
        }
    }
}
