namespace Responsables.Web.Tests.Consolidation;

/// <summary>One site over <see cref="FiguresWorld"/> for the tests that only read it.</summary>
[CollectionDefinition]
public sealed class FiguresSite : IAsyncLifetime, ICollectionFixture<FiguresSite>
{
    public Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await FiguresWorld.StartAsync("--RESPONSABLES_REQUESTS_PER_MINUTE=100000", "--RESPONSABLES_SIGN_INS_PER_MINUTE=100000");

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
