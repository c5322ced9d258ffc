using Microsoft.Playwright;

namespace Responsables.Browser.Tests;

/// <summary>Somebody at a browser: a window of their own, whose console and requests are watched all along.</summary>
public sealed class Person : IAsyncDisposable
{
    /// <summary>How long an answer may take; the machine may have much else to do.</summary>
    private const int Patience = 60_000;

    private readonly IBrowserContext context;
    private readonly bool scripts;
    private IBrowserContext? mirror;

    private Person(IBrowserContext context, IPage page, Uri site, bool scripts)
    {
        this.context = context;
        this.scripts = scripts;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsRefusal(message.Text))
            {
                Faults.Add($"console: {message.Text}");
            }
        };
        page.PageError += (_, fault) => Faults.Add($"script: {fault}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                Faults.Add($"third party: {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What the console said, what scripts threw, what was asked of others.</summary>
    public List<string> Faults { get; } = [];

    public static async Task<Person> OpenAsync(IBrowser browser, Uri site, bool scripts = true)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = site.ToString(), JavaScriptEnabled = scripts, Locale = "fr-FR", ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(Patience);
        return new Person(context, await context.NewPageAsync(), site, scripts);
    }

    /// <summary>
    /// The page as it stands, where axe can run: where scripts are off nothing that waits goes on, so the same document is shown
    /// in another window, without its scripts.
    /// </summary>
    public async Task<IPage> StandingAsync()
    {
        if (scripts)
        {
            return Page;
        }

        mirror ??= await context.Browser!.NewContextAsync(new() { Locale = "fr-FR", ReducedMotion = ReducedMotion.Reduce });
        var page = await mirror.NewPageAsync();
        var (address, document) = (Page.Url, await Page.ContentAsync());
        await page.RouteAsync("**/*.js*", route => route.AbortAsync());
        await page.RouteAsync(address.Split('#')[0], route => route.FulfillAsync(new() { Body = document, ContentType = "text/html; charset=utf-8" }));
        await page.GotoAsync(address);
        return page;
    }

    public async Task GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer!.Status == 200, $"{path}: {answer.Status}");
    }

    public async Task SignInAsync(string email, string password)
    {
        await GoAsync("/connexion");
        await Page.FillAsync("#email", email);
        await Page.FillAsync("#password", password);
        await SendAsync("main form button:not(.quiet)");
    }

    /// <summary>Presses a button that sends a form, and waits for the page that it leads to.</summary>
    public async Task SendAsync(string button)
    {
        await LeaveAsync(() => Page.Locator(button).First.ClickAsync());
        Assert.False(await Page.Locator(".faults").IsVisibleAsync(), $"After {button} on {Page.Url}: {await FaultsShownAsync()}");
    }

    /// <summary>Does what leads to another page, and waits for it, past redirections.</summary>
    public async Task LeaveAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Loaded;
        try
        {
            await act();
            await loaded.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience));
        }
        finally
        {
            Page.Load -= Loaded;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (mirror is not null)
        {
            await mirror.DisposeAsync();
        }

        await context.DisposeAsync();
    }

    private async Task<string> FaultsShownAsync() => await Page.Locator(".faults").IsVisibleAsync() ? await Page.Locator(".faults").InnerTextAsync() : "";

    // A page that says no says it with its status; the browser tells that too.
    private static bool IsRefusal(string text) => text.Contains("status of 4", StringComparison.Ordinal);
}
