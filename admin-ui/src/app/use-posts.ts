import { POSTS, POST_LABELS, type Post } from '@xuzheng/engine';
import { computed } from 'vue';
import { useWords } from '@xuzheng/learner-ui/look';

/** The posts as options, in the reader's language. */
export const usePosts = () => {
  const { said } = useWords();
  return computed(() =>
    POSTS.map((post: Post) => ({ value: post, label: said(POST_LABELS[post]) })),
  );
};
