using FluentValidation;
using Ledger.Application.Addresses;
using Ledger.Application.Claims.Figures;
using Ledger.Application.Data;
using Ledger.Application.Experiments;
using Ledger.Application.History;
using Ledger.Application.Materials;
using Ledger.Application.Pipeline;
using Ledger.Application.Projections;
using Ledger.Application.Proving;
using Ledger.Application.Replays.Bisection;
using Ledger.Application.Sharing;
using Ledger.Application.Training;
using Ledger.Store.Contract;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Application.Composition;

/// <summary>Everything that handlers need, put together around one ledger.</summary>
public static class LedgerServices
{
    /// <summary>A provider of <see cref="IMediator"/> whose handlers work on a ledger.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="devices">What computes.</param>
    /// <param name="data">The data sets.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="terms">How leases are kept; null for the usual way.</param>
    public static ServiceProvider Build(ILedgerStore store, IDeviceFactory devices, DataShelf data, TimeProvider clock, LeaseTerms? terms = null)
    {
        var services = new ServiceCollection()
            .AddSingleton(store)
            .AddSingleton<IEventStore>(store)
            .AddSingleton<IBlobStore>(store)
            .AddSingleton<IStateCache>(store)
            .AddSingleton<ILeaseStore>(store)
            .AddSingleton(devices)
            .AddSingleton(data)
            .AddSingleton(clock)
            .AddSingleton(terms ?? LeaseTerms.Default)
            .AddSingleton<WorkLeases>()
            .AddSingleton<ReplicateAttempt>()
            .AddSingleton<DerivationLog>()
            .AddSingleton<RebuildPlanner>()
            .AddSingleton<TrajectoryExecution>()
            .AddSingleton<MaterialStore>()
            .AddSingleton<Lockstep>()
            .AddSingleton<Arbiter>()
            .AddSingleton<ProjectionRunner>()
            .AddSingleton<Recomputation>()
            .AddSingleton<OtherLedgers>()
            .AddSingleton<AddressResolver>()
            .AddSingleton<EventResolver>()
            .AddSingleton<ServiceFactory>(static provider => provider.GetService!)
            .AddSingleton<IMediator, Mediator>()
            .AddSingleton(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>))
            .AddSingleton(typeof(IPipelineBehavior<,>), typeof(ResilienceBehaviour<,>));
        foreach (var type in typeof(LedgerServices).Assembly.GetTypes().Where(static type => type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(static contract => contract.IsGenericType
                && (contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) || contract.GetGenericTypeDefinition() == typeof(IValidator<>))))
            {
                services.AddSingleton(contract, type);
            }
        }

        return services.BuildServiceProvider();
    }
}
