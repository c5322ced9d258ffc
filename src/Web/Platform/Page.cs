using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Responsables.Web.Platform;

/// <summary>What an endpoint answers: a page drawn in full, or a redirection after an act.</summary>
internal static class Page
{
    /// <summary>The page of a component, with its parameters by name: <c>Page.Of&lt;SignInPage&gt;(new { Email = email })</c>.</summary>
    public static IResult Of<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(parameters ?? new { }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>The page again, with what was refused.</summary>
    public static IResult Refused<TPage>(object parameters)
        where TPage : IComponent => Of<TPage>(parameters, StatusCodes.Status422UnprocessableEntity);

    /// <summary>Not there, or not to be seen: the two look the same.</summary>
    public static IResult Missing() => Results.StatusCode(StatusCodes.Status404NotFound);

    /// <summary>After an act: shows another page (303), with a notice there when a text key is given.</summary>
    public static IResult GoTo(string url, string? notice = null, params string[] arguments) => new Redirection(url, notice, arguments);

    private sealed record Redirection(string Url, string? Notice, string[] Arguments) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (Notice is not null)
            {
                httpContext.RequestServices.GetRequiredService<Visit>().LeaveNotice(Notice, Arguments);
            }

            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = Url;
            return Task.CompletedTask;
        }
    }
}

/// <summary>One place that turns what came of a command into a page.</summary>
internal static class OutcomePages
{
    /// <param name="done">After the act: usually <see cref="Page.GoTo"/>.</param>
    /// <param name="refused">The form again, with the problems and what was typed: usually <see cref="Page.Refused{TPage}"/>.</param>
    public static IResult ToPage<T>(
        this Domain.Shared.Outcome<T> outcome, Func<T, IResult> done, Func<IReadOnlyList<Domain.Shared.Problem>, IResult> refused) => outcome switch
        {
            Domain.Shared.Outcome<T>.Done was => done(was.Value),
            Domain.Shared.Outcome<T>.Refused was => refused(was.Problems),
            Domain.Shared.Outcome<T>.Stale => Results.StatusCode(StatusCodes.Status409Conflict),
            _ => Page.Missing(),
        };
}
