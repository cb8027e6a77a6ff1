using FluentValidation;
using MediatR;

namespace Ledger.Application.Pipeline;

/// <summary>Checks a command by its validators before its handler sees it; all findings at once.</summary>
public sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
{
    /// <inheritdoc/>
    /// <exception cref="ValidationException">The command is not what it must be.</exception>
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var failures = validators.SelectMany(validator => validator.Validate(request).Errors).ToArray();
        return failures.Length == 0 ? next() : throw new ValidationException(failures);
    }
}
