namespace Ledger.Training.Networks.Layers;

/// <summary>Every stride-th position, with channels of +0 on both sides: the shortcut without parameters (He et al. 2016, option A).</summary>
/// <param name="Outputs">Output channels.</param>
/// <param name="Stride">Distance of the positions taken.</param>
public sealed record SubsampleLayer(int Outputs, int Stride) : Layer
{
    /// <inheritdoc/>
    public override string Title => "subsample";

    /// <inheritdoc/>
    public override Features After(Features input) => input.Channels <= Outputs && (Outputs - input.Channels) % 2 == 0
        ? new Features((input.Rows + Stride - 1) / Stride, (input.Columns + Stride - 1) / Stride, Outputs)
        : throw Refused(input, $"{Outputs} channels or an even number fewer");
}
