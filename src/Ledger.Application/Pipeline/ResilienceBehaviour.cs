using Ledger.Application.History;
using Ledger.Store.Contract;
using MediatR;
using Polly;
using Polly.Retry;

namespace Ledger.Application.Pipeline;

/// <summary>
/// Tries an operation again when the store was out of reach for a moment. Only operations whose answer is a derivation are repeated:
/// appending what is there already succeeds, so repeating one does nothing twice.
/// </summary>
public sealed class ResilienceBehaviour<TRequest, TResponse>(TimeProvider clock) : IPipelineBehavior<TRequest, TResponse>
{
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<StoreUnreachableException>(),
            MaxRetryAttempts = 3,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
        })
        .Build();

    /// <inheritdoc/>
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        typeof(TResponse) == typeof(Answer)
            ? await _pipeline.ExecuteAsync(async _ => await next(), cancellationToken)
            : await next();
}
