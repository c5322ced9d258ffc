using Microsoft.AspNetCore.Routing;
using Responsables.Web.Platform;

namespace Responsables.Web.Tests.Permissions;

/// <summary>Everybody × every endpoint × own body, sibling, other fund, school, fund × draft, signed, validated.</summary>
public sealed class PermissionMatrixTests(MatrixRun run, ITestOutputHelper output) : IClassFixture<MatrixRun>
{
    [Fact]
    public void Every_endpoint_has_a_row_and_every_row_an_endpoint()
    {
        var endpoints = EndpointRules.Of(run.Site.Host).SelectMany(e => from method in e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
            where method != "HEAD"
            select $"{method} {e.RoutePattern.RawText}").ToList();
        output.WriteLine($"{endpoints.Count} endpoints, {Person.Everybody.Count} people, {run.Seen.Count} requests, {run.Took.TotalSeconds:0.0} s");
        Assert.Equal("", string.Join('\n', endpoints.Except(run.Table.Select(r => r.Endpoint)).Select(e => $"no row for {e}")));
        Assert.Equal("", string.Join('\n', run.Table.Select(r => r.Endpoint).Except(endpoints).Select(e => $"no endpoint for {e}")));
    }

    [Fact]
    public void Every_answer_is_that_of_the_table() => AssertNone(run.Seen.Where(o => o.Got != o.Expected));

    [Fact]
    public void What_is_refused_changes_nothing() => AssertNone(run.Seen.Where(o => o.Expected != Answer.Allowed && o.HasWritten));

    [Fact]
    public void Reading_changes_nothing() => AssertNone(run.Seen.Where(o => o.Row.IsGet && o.HasWritten));

    [Fact]
    public void An_act_that_is_done_is_noticed() =>
        Assert.All(
            (string[])["POST /campagnes/{year:int}/cloture", "POST /comptes/{id:guid}/roles", "POST /comptes/{id:guid}/desactivation"],
            endpoint => Assert.Contains(run.Seen, o => o.Row.Endpoint == endpoint && o.HasWritten));

    [Fact]
    public void No_page_shows_a_draft_to_somebody_who_may_not_read_it() =>
        Assert.Equal("", string.Join('\n', run.Seen.Where(o => o.Leaks.Length > 0).Select(o => $"{o.Row.Method} {o.Target.Path} shows {o.Who} the drafts of {o.Leaks}")));

    private static void AssertNone(IEnumerable<Observation> wrong)
    {
        var list = wrong.ToList();
        Assert.True(list.Count == 0, $"{list.Count}:\n{string.Join('\n', list.Take(40))}");
    }
}
