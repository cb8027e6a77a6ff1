using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast.Gathering;

/// <summary><see cref="Reference.Gathering.Samples"/> for images: the bytes of a target row side by side, then all of them at once.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed unsafe class ImageGather<T>
    where T : struct, ILanes<T>
{
    // Elements from which threads share the samples.
    private const int SharedFrom = 1 << 15;

    private readonly ThreadTeam _team;
    private readonly GatherSamples _operation;
    private readonly ImagePreparation _images;
    private readonly ImageMove[] _moves;
    private readonly byte[] _lines;
    private readonly float[] _means, _deviations;

    public ImageGather(ThreadTeam team, GatherSamples operation, ImagePreparation images)
    {
        (_team, _operation, _images) = (team, operation, images);
        _moves = new ImageMove[operation.Batch.Shape.Rows];
        _lines = new byte[team.Size * ImageBatch.LineLength(images)];
        _means = Repeated(images.Means);
        _deviations = Repeated(images.Deviations);
    }

    /// <summary>Fills the batch for the operation's current step.</summary>
    public void Run()
    {
        for (var b = 0; b < _moves.Length; b++)
        {
            _moves[b] = ImageMove.Draw(_images, _operation.Step.Step, (uint)b);
        }

        fixed (byte* samples = _operation.Samples.Bytes(), lines = _lines)
        {
            fixed (float* target = _operation.Batch.Elements(), means = _means, deviations = _deviations)
            {
                fixed (int* indices = _operation.Indices.Elements())
                {
                    fixed (ImageMove* moves = _moves)
                    {
                        Share(new ImageBatch(_images, samples, indices, moves, lines, means, deviations, target, _moves.Length));
                    }
                }
            }
        }
    }

    private void Share(ImageBatch batch)
    {
        if (_operation.Batch.Size < SharedFrom)
        {
            batch.Run<T>(0, 1);
        }
        else
        {
            _team.Run(&RunPart, &batch);
        }
    }

    private static void RunPart(void* batch, int part, int parts) => ((ImageBatch*)batch)->Run<T>(part, parts);

    // A vector may start at any channel.
    private static float[] Repeated(IReadOnlyList<float>? channels)
    {
        if (channels is null)
        {
            return [];
        }

        var repeated = new float[channels.Count + T.Count - 1];
        for (var i = 0; i < repeated.Length; i++)
        {
            repeated[i] = channels[i % channels.Count];
        }

        return repeated;
    }
}
