namespace Responsables.Web.Platform;

/// <summary>Whatever may be read may be asked for without its content (HEAD): harvesters and link checkers do so. Same rights, same headers; the server leaves the content out.</summary>
internal static class HeadRequests
{
    private static readonly HttpMethodMetadata Both = new([HttpMethods.Get, HttpMethods.Head]);

    public static RouteGroupBuilder AddHead(this RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault() is { HttpMethods: [var only] } && HttpMethods.IsGet(only))
            {
                endpoint.Metadata.Add(Both);
            }
        });
        return group;
    }
}
