using System.Diagnostics;
using Responsables.Domain.Accounts;

namespace Responsables.Web.Tests.Permissions;

/// <summary>What came of one request.</summary>
internal sealed record Observation(Row Row, Target Target, Person Who, Answer Expected, Answer? Got, int Status, bool HasWritten, string Leaks)
{
    public override string ToString() => $"{Row.Method} {Target.Path} by {Who}: expected {Expected}, got {Got?.ToString() ?? "?"} ({Status})";
}

/// <summary>The whole matrix, asked once of one site; the tests then look at it from each side.</summary>
public sealed class MatrixRun : IAsyncLifetime
{
    private readonly Dictionary<Person, (Visitor Visitor, string Token)> visitors = [];
    private Site site = null!;

    internal Site Site => site;

    internal IReadOnlyList<Row> Table { get; private set; } = [];

    internal List<Observation> Seen { get; } = [];

    internal TimeSpan Took { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var clock = Stopwatch.StartNew();
        site = await Site.StartAsync(
            false, "--RESPONSABLES_REQUESTS_PER_MINUTE=1000000", "--RESPONSABLES_SIGN_INS_PER_MINUTE=1000000", "--RESPONSABLES_SECURITY_CONTACT=mailto:securite@example.fr");
        foreach (var who in Person.Everybody)
        {
            var visitor = await SignInAsync(who);
            var page = await visitor.Get(who.IsSignedIn ? "/" : "/connexion");
            visitors[who] = (visitor, page.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        }

        Table = MatrixTable.Of(await Known.MakeAsync(site));
        await using var fingerprint = await Fingerprint.OfAsync(site);
        foreach (var row in Table)
        {
            // Those who are refused first: what those who are let in change must not be what refuses them.
            foreach (var (target, who) in row.Targets.SelectMany(t => Person.Everybody.Select(w => (t, w))).OrderBy(c => row.Expected(c.w, c.t) == Answer.Allowed))
            {
                Seen.Add(await AskAsync(row, target, who, fingerprint));
            }
        }

        Took = clock.Elapsed;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task<Observation> AskAsync(Row row, Target target, Person who, Fingerprint fingerprint)
    {
        var (visitor, token) = visitors[who];
        var before = await fingerprint.ReadAsync();
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), target.Path);
        if (!row.IsGet)
        {
            var fields = target.Fields.Append(("__RequestVerificationToken", token)).Append(("_key", Guid.NewGuid().ToString()));
            request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        }

        var screen = await visitor.Send(request);
        var leaks = string.Join(' ', Stages.LeaksOf(await screen.Response.Content.ReadAsStringAsync(), who));
        return new Observation(row, target, who, row.Expected(who, target), Row.Read(screen), screen.Status, before != await fingerprint.ReadAsync(), leaks);
    }

    private async Task<Visitor> SignInAsync(Person who) => who switch
    {
        { IsSignedIn: false } => site.Anonymous(),
        { Role: null } => await site.SignInWithoutRole(),
        { Role: { } role, Scope: var scope } => await site.SignInAs(role, scope),
    };
}
