using Responsables.App.Search;
using Responsables.Domain.Accounts;
using Responsables.Web.Home;
using Responsables.Web.Kit;
using Responsables.Web.Platform;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Search;

/// <summary>The pages that may be found by whoever looks: those of the menu, of the footer, and of the account.</summary>
internal sealed class KnownPages(Navigation navigation, Visit visit)
{
    public IEnumerable<SearchEntry> All() =>
        navigation.For(visit).Select(e => Page(e.Url, T[e.Text]))
            .Concat(HomePages.About.Select(p => Page(p.Url, T[$"home.{p.Name}.title"])))
            .Concat(visit.May(Permission.ReadReference) ? [Page("/referentiels/correspondances", T["frameworks.crosswalks.title"])] : [])
            .Append(Page("/plan-du-site", T["home.map.title"]))
            .Append(Page("/etat-du-service", T["home.state.title"]))
            .Append(Page("/mon-compte", T["kit.account.mine"]));

    private static SearchEntry Page(string url, string title) => new(SearchKind.Page, title, "", url, T.Find($"search.words.{url.TrimStart('/')}") ?? "");
}
