/**
 * A file that is proposed to a repository.
 */
export interface ProposedFile {
  /** URL of the repository's root at a branch, as the reader knows it. */
  repository: string;
  path: string;
  content: string;
  title: string;
  /** Markdown, for the person who reviews. */
  description: string;
  /** Of the branch: the same record is proposed on the same branch again. */
  branch: string;
}

/** A Git host to which changes can be proposed. */
export interface PullRequests {
  /** Whether it is this host's, and may be written to. */
  serves(repository: string): boolean;
  /**
   * Opens a pull request, or brings the one that is open up to date.
   *
   * @returns its URL
   */
  propose(file: ProposedFile): Promise<string>;
}
