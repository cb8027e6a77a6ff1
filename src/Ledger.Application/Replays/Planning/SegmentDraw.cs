using System.Security.Cryptography;
using Ledger.Application.Replays.Tasks;
using Ledger.Arithmetic.Random;

namespace Ledger.Application.Replays.Planning;

/// <summary>Draws segments at random, without replacement.</summary>
internal static class SegmentDraw
{
    /// <summary>A seed that nobody could foresee.</summary>
    public static ulong NewSeed() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    /// <summary>The segments in the order of a seed's draw; from equal plans and seeds, equal orders.</summary>
    public static IReadOnlyList<SegmentTask> Order(ulong seed, IReadOnlyList<SegmentTask> segments)
    {
        var order = new int[segments.Count];
        Permutation.Draw(seed, epoch: 0, order);
        return [.. order.Select(index => segments[index])];
    }
}
