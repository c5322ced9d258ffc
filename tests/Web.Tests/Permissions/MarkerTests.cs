using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Responsables.Domain.Accounts;
using Responsables.World;

namespace Responsables.Web.Tests.Permissions;

/// <summary>What is typed comes back as text: payloads in every text field of every form, then on every page that shows what was kept.</summary>
public sealed class MarkerTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Year = 2025;
    private const string Word = "marque";

    private static readonly string[] Payloads =
    [
        "<script>marque()</script>", "\"><img src=x onerror=marque()>", "'><svg/onload=marque()>", "</textarea><script>marque()</script>",
        "</title><script>marque()</script>", "\" autofocus onfocus=marque() x=\"", "javascript:marque()", "<!--<script>marque()//-->", "&lt;script&gt;marque()&lt;/script&gt;",
        "\u00ab<a href=javascript:marque()>\u00bb",
    ];

    private Site site = null!;
    private string dossier = "";
    private int forms;
    private int fields;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync(false, "--RESPONSABLES_REQUESTS_PER_MINUTE=1000000", "--RESPONSABLES_SIGN_INS_PER_MINUTE=1000000");
        var years = await PlayedYears.OpenAsync(site, Year);
        dossier = $"/dossiers/{await years.IdAsync(SmallFederation.Beta75, Year)}";
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task What_is_typed_in_a_form_comes_back_as_text()
    {
        var federation = await site.SignInAs(Role.Federation);
        var account = await site.OpenAccount("cible@example.fr");
        await TypeEverywhereAsync(site.Anonymous(), "/connexion", "/mot-de-passe-oublie", "/connexion?retour=%22%3E%3Cscript%3Emarque()%3C/script%3E");
        await TypeEverywhereAsync(
            federation, "/recherche", "/organismes", "/comptes", "/comptes/inviter", $"/comptes/{account}", "/mon-compte", "/campagnes/nouvelle", "/journal", "/examen",
            $"/campagnes/{Year}/delais", $"/campagnes/{Year}/calendrier");
        await TypeEverywhereAsync(await site.SignInAs(Role.Contributor, SmallFederation.Beta75), $"{dossier}/engagements/contexte", $"{dossier}/engagements/E1", $"{dossier}/confier");
        output.WriteLine($"{forms} forms sent, {fields} fields filled");
        Assert.True(forms > 100);
    }

    [Fact]
    public async Task What_was_kept_is_shown_as_text()
    {
        var contributor = await site.SignInAs(Role.Contributor, SmallFederation.Beta75);
        var everything = string.Join(' ', Payloads);
        var page = (await contributor.Get($"{dossier}/engagements/E1")).Expect(200);
        (await contributor.Submit(page, "form[data-rows]", ("analysis:E1.1", everything), ("cartographie_pp", "non"), ("cartographie_pp.comment", everything))).Expect(303);
        var readers = new[] { contributor, await site.SignInAs(Role.Director, SmallFederation.Beta75), await site.SignInAs(Role.Federation), await site.SignInAs(Role.Auditor) };
        var shown = 0;
        foreach (var reader in readers)
        {
            foreach (var path in (string[])[dossier, $"{dossier}/engagements/E1", $"{dossier}/verification", "/journal", "/dossiers", $"/examen{dossier}"])
            {
                var answer = await reader.Get(path);
                AssertHarmless(path, answer);
                shown += answer.Page.Body!.TextContent.Contains(Payloads[0], StringComparison.Ordinal) || answer.Page.QuerySelectorAll("textarea").Any(t => ((IHtmlTextAreaElement)t).Value.Contains(Payloads[0], StringComparison.Ordinal)) ? 1 : 0;
            }
        }

        Assert.True(shown >= 4, $"{shown} pages showed what was kept");
    }

    private async Task TypeEverywhereAsync(Visitor visitor, params string[] paths)
    {
        foreach (var path in paths)
        {
            var screen = (await visitor.Get(path)).Expect(200);
            AssertHarmless(path, screen);
            var found = screen.Page.QuerySelectorAll("main form").Cast<IHtmlFormElement>().Select((form, index) => (form, index)).Where(f => TextsOf(f.form).Any()).ToList();
            foreach (var ((form, index), payload) in found.SelectMany(f => Payloads.Select(p => (f, p))))
            {
                var names = TextsOf(form).Distinct().ToList();
                form.SetAttribute("data-form", $"{index}");
                var typed = names.Select(n => (n, payload)).ToArray();
                var answer = form.Method == "get"
                    ? await visitor.Get($"{form.GetAttribute("action") ?? path}?{string.Join('&', typed.Select(t => $"{t.n}={Uri.EscapeDataString(t.payload)}"))}")
                    : await visitor.Submit(screen, $"[data-form='{index}']", typed);
                Assert.True(answer.Status is 200 or 303 or 400 or 404 or 409 or 422, $"{path}: {answer.Status} for {payload}");
                AssertHarmless($"{path} with {payload}", answer.Status == 303 ? await visitor.Follow(answer) : answer);
                (forms, fields) = (forms + 1, fields + names.Count);
            }
        }
    }

    private static IEnumerable<string> TextsOf(IHtmlFormElement form) =>
        from element in form.Elements.OfType<IHtmlElement>()
        let type = element.GetAttribute("type") ?? "text"
        where element is IHtmlTextAreaElement || (element is IHtmlInputElement && type is "text" or "email" or "search" or "password" or "date")
        select element.GetAttribute("name") into name
        where !string.IsNullOrEmpty(name)
        select name;

    // Read as a browser reads it: no script, no handler, no address that runs.
    private static void AssertHarmless(string where, Screen screen)
    {
        foreach (var element in screen.Page.All)
        {
            var runs = element is IHtmlScriptElement && element.TextContent.Contains(Word, StringComparison.Ordinal);
            var handles = element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)
                || (a.Name is "href" or "src" or "action" or "formaction" && a.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)));
            Assert.False(runs || handles, $"{where}: {element.OuterHtml}");
        }
    }
}
