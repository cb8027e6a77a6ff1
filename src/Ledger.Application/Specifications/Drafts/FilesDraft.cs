using Ledger.Events.Hashing;
using Ledger.Training.Data;

namespace Ledger.Application.Specifications.Drafts;

/// <summary>Section <c>data.files</c>.</summary>
internal sealed record FilesDraft(
    [Optional] int? Features,
    [Optional] ImageExtents? Image,
    int? Classes,
    int? Train,
    int? Test,
    Digest? Digest) : ISampleDraft;
