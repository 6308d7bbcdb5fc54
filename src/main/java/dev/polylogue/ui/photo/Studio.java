package dev.polylogue.ui.photo;

/** What stands around the tiles. */
public record Studio(
    NewsViewModel news,
    OutViewModel out,
    TreeViewModel tree,
    RecipeViewModel recipe,
    LeavesViewModel leaves,
    SessionsViewModel sessions) {

  /**
   * @param editors the models on which a step can be replayed
   * @param wire what went over the wire for a reply
   */
  public static Studio of(
      PhotoTools tools,
      PhotosViewModel photos,
      PhotoViewModel photo,
      EditorsViewModel editors,
      RecipeViewModel.Wire wire) {
    NewsViewModel news = new NewsViewModel(new Deletions(photo.mask()));
    photo
        .objectionProperty()
        .subscribe(
            objection -> {
              if (objection != null) {
                news.tell(objection);
              }
            });
    return new Studio(
        news,
        new OutViewModel(tools, photo, news),
        new TreeViewModel(tools, photo, news, editors),
        new RecipeViewModel(tools, photo, wire),
        new LeavesViewModel(tools, photo),
        new SessionsViewModel(tools, photos, photo, news));
  }
}
