using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Responsables.Web.Tests;

/// <summary>What came back: the status, the headers, and the page read as a browser would.</summary>
public sealed record Screen(int Status, HttpResponseMessage Response, IHtmlDocument Page)
{
    public string? Location => Response.Headers.Location?.ToString();

    public string Title => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public string Text(string selector) => Page.QuerySelector(selector)?.TextContent.Trim() ?? "";

    /// <summary>The sentences of the error summary.</summary>
    public IReadOnlyList<string> Faults => [.. Page.QuerySelectorAll(".faults li").Select(e => e.TextContent.Trim())];

    /// <summary>The notice of what an act just did.</summary>
    public string Notice => Text(".notice[role=status]");

    public string Header(string name) =>
        string.Join(", ", (Response.Headers.TryGetValues(name, out var values) ? values : Response.Content.Headers.TryGetValues(name, out var others) ? others : []));

    public Screen Expect(int status)
    {
        Assert.True(Status == status, $"{Response.RequestMessage?.Method} {Response.RequestMessage?.RequestUri} gave {Status}, not {status}: {Title} {string.Join(" ", Faults)}");
        return this;
    }
}

/// <summary>A browser without scripts: keeps its cookies, follows nothing by itself, sends forms as they stand in the page.</summary>
public sealed class Visitor : IDisposable
{
    private static readonly HtmlParser Parser = new();

    private readonly CookieContainer cookies;
    private readonly HttpClient client;

    public Visitor(Uri site)
        : this(site, new CookieContainer())
    {
    }

    private Visitor(Uri site, CookieContainer cookies)
    {
        this.cookies = cookies;
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = site };
    }

    /// <summary>The same browser at another node of the site: cookies know no port.</summary>
    public Visitor At(Uri node) => new(node, cookies);

    public HttpClient Client => client;

    public void Dispose() => client.Dispose();

    public Task<Screen> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Screen> Post(string path, params (string Name, string Value)[] fields) => Send(new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
    });

    /// <summary>Fills a form of the page and sends it. A field given twice is sent twice; a field that is not in the form is a fault.</summary>
    public Task<Screen> Submit(Screen screen, string form, params (string Name, string Value)[] typed) => SubmitTo(null, screen, form, typed);

    /// <summary>The same, by a button that sends the form elsewhere (<c>formaction</c>).</summary>
    public Task<Screen> SubmitTo(string? path, Screen screen, string form, params (string Name, string Value)[] typed)
    {
        var found = (IHtmlFormElement)(screen.Page.QuerySelector(form) ?? throw new InvalidOperationException($"No form {form} in « {screen.Title} »"));
        var fields = FieldsOf(found).ToList();
        foreach (var name in typed.Select(t => t.Name).Distinct())
        {
            Assert.True(found.Elements.Any(e => (e as IHtmlElement)?.GetAttribute("name") == name), $"The form {form} has no field {name}");
            fields.RemoveAll(f => f.Name == name);
        }

        return Post(path ?? found.GetAttribute("action") ?? screen.Response.RequestMessage!.RequestUri!.PathAndQuery, [.. fields, .. typed]);
    }

    /// <summary>Goes where a redirection leads.</summary>
    public Task<Screen> Follow(Screen screen) => Get(screen.Location ?? throw new InvalidOperationException($"No redirection: {screen.Status} {screen.Title}"));

    public async Task<Screen> Send(HttpRequestMessage request)
    {
        if (request.Headers.Accept.Count == 0)
        {
            request.Headers.Add("Accept", "text/html");
        }

        var response = await client.SendAsync(request);
        return new Screen((int)response.StatusCode, response, Parser.ParseDocument(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>What a browser would send of a form as it stands.</summary>
    private static IEnumerable<(string Name, string Value)> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.Elements.OfType<IHtmlElement>())
        {
            var name = element.GetAttribute("name");
            switch (element)
            {
                case var _ when string.IsNullOrEmpty(name) || element is IHtmlButtonElement:
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    if (box.IsChecked)
                    {
                        yield return (name, box.Value);
                    }

                    break;
                case IHtmlInputElement input:
                    yield return (name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return (name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return (name, select.Value ?? "");
                    break;
            }
        }
    }
}
