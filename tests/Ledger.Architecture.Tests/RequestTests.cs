using MediatR;

namespace Ledger.Architecture.Tests;

/// <summary>Use cases: a request is a sealed record and has exactly one handler.</summary>
public sealed class RequestTests
{
    private static readonly Type[] Types = System.Reflection.Assembly.Load("Ledger.Application").GetTypes();

    /// <summary>All requests.</summary>
    public static TheoryData<Type> Requests => [.. Types.Where(static type => !type.IsInterface && Contracts(type, typeof(IRequest<>)).Any())];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Request_HasExactlyOneHandler(Type request)
    {
        var response = Contracts(request, typeof(IRequest<>)).Single().GetGenericArguments()[0];
        var handlers = Types.SelectMany(static type => Contracts(type, typeof(IRequestHandler<,>))).Where(contract => contract.GetGenericArguments()[0] == request).ToArray();

        Assert.Equal(response, Assert.Single(handlers).GetGenericArguments()[1]);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Request_IsASealedRecord(Type request) => Assert.True(request.IsSealed && request.GetMethod("<Clone>$") is not null);

    [Fact]
    public void Requests_AreThere() => Assert.True(Requests.Count > 6);

    private static IEnumerable<Type> Contracts(Type type, Type definition) =>
        type.GetInterfaces().Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == definition);
}
