using FluentValidation;
using Ledger.Application.Addresses;
using Ledger.Application.Specifications.Reading;
using Ledger.Events.Recorded;

namespace Ledger.Application.Queries;

/// <summary>What a <see cref="ReadLog"/> must be.</summary>
public sealed class ReadLogValidator : AbstractValidator<ReadLog>
{
    /// <summary>The rules.</summary>
    public ReadLogValidator()
    {
        RuleForEach(static query => query.Types)
            .Must(static type => EventCatalogue.All.ContainsKey(type))
            .WithMessage(static (_, type) => $"--type '{type}' is no event: {Spelling.Suggestion(type, EventCatalogue.All.Keys)}known are {string.Join(", ", EventCatalogue.All.Keys.Order(StringComparer.Ordinal))}");
        RuleFor(static query => query.IsFollowing)
            .Must(static (query, following) => !following || Address.Parse(query.Address).Round is null)
            .WithMessage("--follow shows what comes next, which may be of any round: leave out the round");
    }
}
